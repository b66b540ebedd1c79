package org.kith.directory.search.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.SloppyMath;

/**
 * A place that may be shown.
 *
 * @param latitude NaN where it is not known, as is then the longitude
 * @param json the location as the answer gives it
 */
public record Place(double latitude, double longitude, String postalCode, String city, String region, byte[] json) {
    public boolean isOnTheMap() {
        return !Double.isNaN(latitude);
    }

    double kilometresFrom(Point point) {
        return SloppyMath.haversinMeters(point.latitude(), point.longitude(), latitude, longitude) / 1000;
    }

    static byte[] toBytes(List<Place> places) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(places.size());
            for (Place place : places) {
                out.writeDouble(place.latitude);
                out.writeDouble(place.longitude);
                out.writeUTF(place.postalCode);
                out.writeUTF(place.city);
                out.writeUTF(place.region);
                out.writeInt(place.json.length);
                out.write(place.json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<Place> fromBytes(byte[] bytes, int offset, int length) {
        List<Place> places = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            for (int left = in.readShort(); left > 0; left--) {
                double latitude = in.readDouble();
                double longitude = in.readDouble();
                String postalCode = in.readUTF();
                String city = in.readUTF();
                String region = in.readUTF();
                places.add(new Place(latitude, longitude, postalCode, city, region, in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }
}
