package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A picture that carries its assertion: PNG in an {@code iTXt} chunk, SVG in an element. Made when it is read, not when the badge is issued. */
final class BakedPicture {

    /** Signature (8), then the first chunk: length (4), name (4), IHDR data (13), checksum (4). */
    private static final int BEHIND_FIRST_CHUNK = 33;

    private BakedPicture() {
    }

    static byte[] of(Picture plain, JsonNode assertion) {
        return plain.extension().equals("svg") ? svg(plain.content(), assertion.toString()) : png(plain.content(), assertion.toString());
    }

    private static byte[] png(byte[] plain, String assertion) {
        // keyword, its end, not compressed (2), no language, no translated keyword, text
        byte[] data = ("openbadges\0\0\0\0\0" + assertion).getBytes(StandardCharsets.UTF_8);
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length).put("iTXt".getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + data.length);
        chunk.putInt((int) checksum.getValue());
        ByteArrayOutputStream baked = new ByteArrayOutputStream(plain.length + chunk.capacity());
        baked.write(plain, 0, BEHIND_FIRST_CHUNK);
        baked.writeBytes(chunk.array());
        baked.write(plain, BEHIND_FIRST_CHUNK, plain.length - BEHIND_FIRST_CHUNK);
        return baked.toByteArray();
    }

    private static byte[] svg(byte[] plain, String assertion) {
        String text = new String(plain, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("</");
        String element = "<openbadges:assertion xmlns:openbadges=\"http://openbadges.org\"><![CDATA[" + assertion.replace("]]>", "]]]]><![CDATA[>")
                + "]]></openbadges:assertion>";
        return end < 0 ? plain : (text.substring(0, end) + element + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }
}
