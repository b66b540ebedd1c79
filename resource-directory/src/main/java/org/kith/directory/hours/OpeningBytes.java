package org.kith.directory.hours;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Openings as a few bytes, for an index that asks thousands of them at a time. */
final class OpeningBytes {
    private static final int NO_DATE = Integer.MIN_VALUE;
    private static final int NO_OFFSET = Integer.MAX_VALUE;

    private OpeningBytes() {}

    static byte[] write(List<Timetable> timetables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(timetables.size());
            for (Timetable timetable : timetables) {
                ZoneId zone = timetable.zone();
                out.writeUTF(zone == null ? Zones.DIRECTORY : zone.getId());
                out.writeShort(timetable.rules().size());
                for (OpeningRule rule : timetable.rules()) {
                    write(out, rule);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<Timetable> read(byte[] bytes, int offset, int length) {
        List<Timetable> timetables = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String zone = in.readUTF();
                List<OpeningRule> rules = new ArrayList<>();
                for (int more = in.readUnsignedShort(); more > 0; more--) {
                    rules.add(read(in));
                }
                timetables.add(new Timetable(rules, zone.equals(Zones.DIRECTORY) ? null : ZoneId.of(zone)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return timetables;
    }

    private static void write(DataOutputStream out, OpeningRule rule) throws IOException {
        Recurrence recurrence = rule.recurrence();
        out.writeBoolean(recurrence.monthly());
        out.writeInt(recurrence.interval());
        out.writeByte(recurrence.weekStart().getValue());
        out.writeShort(recurrence.days().size());
        for (Weekday day : recurrence.days()) {
            out.writeByte(day.ordinal());
            out.writeByte(day.day().getValue());
        }
        writeNumbers(out, recurrence.monthDays());
        writeNumbers(out, recurrence.weeks());
        writeNumbers(out, recurrence.yearDays());
        writeDate(out, recurrence.anchor());
        writeDate(out, rule.from());
        writeDate(out, rule.until());
        OpeningRule.Exception exception = rule.exception();
        writeDate(out, exception == null ? null : exception.first());
        writeDate(out, exception == null ? null : exception.last());
        out.writeShort(rule.opens());
        out.writeShort(rule.closes());
        ZoneOffset offset = rule.offset();
        out.writeInt(offset == null ? NO_OFFSET : offset.getTotalSeconds());
    }

    private static OpeningRule read(DataInputStream in) throws IOException {
        boolean monthly = in.readBoolean();
        int interval = in.readInt();
        DayOfWeek weekStart = DayOfWeek.of(in.readByte());
        List<Weekday> days = new ArrayList<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            days.add(new Weekday(in.readByte(), DayOfWeek.of(in.readByte())));
        }
        Recurrence recurrence = new Recurrence(
                monthly, interval, weekStart, days, readNumbers(in), readNumbers(in), readNumbers(in), readDate(in));
        LocalDate from = readDate(in);
        LocalDate until = readDate(in);
        LocalDate first = readDate(in);
        LocalDate last = readDate(in);
        int opens = in.readShort();
        int closes = in.readShort();
        int offset = in.readInt();
        return new OpeningRule(
                recurrence,
                from,
                until,
                first == null || last == null ? null : new OpeningRule.Exception(first, last),
                opens,
                closes,
                offset == NO_OFFSET ? null : ZoneOffset.ofTotalSeconds(offset));
    }

    private static void writeNumbers(DataOutputStream out, List<Integer> numbers) throws IOException {
        out.writeShort(numbers.size());
        for (int number : numbers) {
            out.writeShort(number);
        }
    }

    private static List<Integer> readNumbers(DataInputStream in) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            numbers.add((int) in.readShort());
        }
        return numbers;
    }

    private static void writeDate(DataOutputStream out, @Nullable LocalDate date) throws IOException {
        out.writeInt(date == null ? NO_DATE : (int) date.toEpochDay());
    }

    private static @Nullable LocalDate readDate(DataInputStream in) throws IOException {
        int day = in.readInt();
        return day == NO_DATE ? null : LocalDate.ofEpochDay(day);
    }
}
