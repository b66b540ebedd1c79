package org.kith.directory.hours;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Openings as a few bytes, for an index that asks thousands of them at a time. */
final class OpeningBytes {
    private static final int NO_DATE = Integer.MIN_VALUE;
    private static final int NO_OFFSET = Integer.MAX_VALUE;

    private OpeningBytes() {}

    static byte[] write(List<OpeningRule> rules) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(Math.min(rules.size(), 255));
            for (OpeningRule rule : rules.subList(0, Math.min(rules.size(), 255))) {
                write(out, rule);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<OpeningRule> read(byte[] bytes, int offset, int length) {
        List<OpeningRule> rules = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                rules.add(read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private static void write(DataOutputStream out, OpeningRule rule) throws IOException {
        out.writeBoolean(rule.monthly());
        out.writeShort(rule.interval());
        out.writeByte(rule.days().size());
        for (Weekday day : rule.days()) {
            out.writeByte(day.ordinal());
            out.writeByte(day.day().getValue());
        }
        out.writeByte(rule.monthDays().size());
        for (int day : rule.monthDays()) {
            out.writeByte(day);
        }
        writeDate(out, rule.anchor());
        writeDate(out, rule.from());
        writeDate(out, rule.until());
        out.writeShort(rule.opens());
        out.writeShort(rule.closes());
        ZoneOffset offset = rule.offset();
        out.writeInt(offset == null ? NO_OFFSET : offset.getTotalSeconds());
    }

    private static OpeningRule read(DataInputStream in) throws IOException {
        boolean monthly = in.readBoolean();
        int interval = in.readShort();
        List<Weekday> days = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            days.add(new Weekday(in.readByte(), DayOfWeek.of(in.readByte())));
        }
        List<Integer> monthDays = new ArrayList<>();
        for (int i = in.readByte(); i > 0; i--) {
            monthDays.add((int) in.readByte());
        }
        LocalDate anchor = readDate(in);
        LocalDate from = readDate(in);
        LocalDate until = readDate(in);
        int opens = in.readShort();
        int closes = in.readShort();
        int offset = in.readInt();
        return new OpeningRule(
                monthly,
                interval,
                days,
                monthDays,
                anchor,
                from,
                until,
                opens,
                closes,
                offset == NO_OFFSET ? null : ZoneOffset.ofTotalSeconds(offset));
    }

    private static void writeDate(DataOutputStream out, @Nullable LocalDate date) throws IOException {
        out.writeInt(date == null ? NO_DATE : (int) date.toEpochDay());
    }

    private static @Nullable LocalDate readDate(DataInputStream in) throws IOException {
        int day = in.readInt();
        return day == NO_DATE ? null : LocalDate.ofEpochDay(day);
    }
}
