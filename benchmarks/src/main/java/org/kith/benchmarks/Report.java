package org.kith.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.benchmarks.measure.Speed;

/** What was measured, as Markdown; said on the screen while it comes. */
final class Report {
    private final PrintStream screen;
    private final List<String> lines = new ArrayList<>();
    private final List<String> goals = new ArrayList<>();
    private long right;
    private long wrong;

    Report(PrintStream screen) {
        this.screen = screen;
    }

    void title(String text) {
        add("");
        add(text);
        add("");
    }

    void say(String format, Object... values) {
        add(String.format(Locale.ROOT, format, values));
    }

    void head(String... columns) {
        add("");
        add("| " + String.join(" | ", columns) + " |");
        add("|" + "---|".repeat(columns.length));
    }

    void row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell instanceof Double number ? rounded(number) : String.valueOf(cell));
        }
        add("| " + String.join(" | ", texts) + " |");
    }

    /** Counts answers that were compared with what they should have been. */
    Speed counted(Speed speed) {
        checked(speed.right(), speed.wrong());
        return speed;
    }

    void checked(long nowRight, long nowWrong) {
        right += nowRight;
        wrong += nowWrong;
    }

    /** @param least what the ratio should be, at least (or, where it is negative, at most) */
    void goal(String what, double ratio, double least) {
        boolean met = least < 0 ? ratio <= -least : ratio >= least;
        goals.add("| %s | %s | %s %s | %s |"
                .formatted(
                        what, rounded(ratio), least < 0 ? "≤" : "≥", rounded(Math.abs(least)), met ? "yes" : "**no**"));
    }

    /** @param file absent to leave it at the screen */
    void finish(@Nullable Path file, String introduction) {
        List<String> all = new ArrayList<>(introduction.lines().toList());
        all.addAll(List.of("", "## Goals", "", "| | measured | goal | met |", "|---|---|---|---|"));
        all.addAll(goals);
        all.add("");
        all.add("Answers compared with what they should have been: %,d right, %,d wrong.".formatted(right, wrong));
        goals.forEach(screen::println);
        screen.println(all.getLast());
        all.addAll(lines);
        if (file != null) {
            try {
                Files.writeString(file, String.join("\n", all) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    long right() {
        return right;
    }

    List<String> goals() {
        return List.copyOf(goals);
    }

    long wrong() {
        return wrong;
    }

    static String rounded(double number) {
        double size = Math.abs(number);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, number);
    }

    private void add(String line) {
        lines.add(line);
        screen.println(line);
    }
}
