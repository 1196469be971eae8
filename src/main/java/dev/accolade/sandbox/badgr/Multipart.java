package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data}: texts as they are, files as data URIs, so that both ways of sending a picture meet. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^\\s;]+)");

    private Multipart() {
    }

    static ObjectNode read(String contentType, byte[] body) {
        ObjectNode data = Json.object();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw Refusal.invalid("Multipart form parse error - Invalid boundary in multipart: None");
        }
        // Latin-1 keeps every byte as one character, so parts can be cut as text and turned back.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)))) {
            int blank = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(blank < 0 ? "" : part.substring(0, blank));
            if (name.find()) {
                String content = part.substring(blank + 4, Math.max(blank + 4, part.length() - (part.endsWith("\r\n") ? 2 : 0)));
                data.put(name.group(1), value(part.substring(0, blank), content.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return data;
    }

    private static String value(String head, byte[] content) {
        if (!head.contains("filename=")) {
            return new String(content, StandardCharsets.UTF_8);
        }
        Matcher type = TYPE.matcher(head);
        return "data:" + (type.find() ? type.group(1) : "application/octet-stream") + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
