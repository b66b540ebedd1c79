package org.kith.matching.query;

/** What would put the client at risk if the answer or a message were seen. */
public record Safety(boolean sharedDevice, boolean doNotContact, boolean noVoicemail) {}
