package dev.accolade.sandbox.badgr;

import java.util.Base64;
import java.util.Optional;

/**
 * A stored picture.
 *
 * @param path below the server's root, never the same twice
 */
record Picture(String path, String extension, byte[] content) {

    /** A grey square of 8 by 8, for seeds that give none. */
    static final String DEFAULT = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNQaDiAFTEMLQkAOsZYAYJCUNYAAAAASUVORK5CYII=";

    String type() {
        return extension.equals("svg") ? "image/svg+xml" : "image/png";
    }

    /**
     * Reads a data URI as the server does: the content counts, not the label.
     *
     * @param shelf the directory below {@code /media/uploads/}
     * @return empty when the content is neither PNG nor SVG
     */
    static Optional<Picture> read(String dataUri, String shelf) {
        byte[] sent;
        try {
            sent = Base64.getMimeDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        Optional<byte[]> png = Drawing.squarePng(sent);
        String name = "/media/uploads/" + shelf + "_" + Identifiers.hex();
        return png.map(content -> new Picture(name + ".png", "png", content))
                .or(() -> Drawing.harmlessSvg(sent).map(content -> new Picture(name + ".svg", "svg", content)));
    }
}
