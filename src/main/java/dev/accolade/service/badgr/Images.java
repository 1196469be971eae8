package dev.accolade.service.badgr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Pictures as Badgr takes them in JSON: a PNG or an SVG as a data URI. What a file is says its content, not its name. */
final class Images {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final long LONGEST = 16L * 1024 * 1024;

    private Images() {
    }

    /** @throws BadgrClientException when there is no such file, or it is neither of the two */
    static String dataUri(String path) {
        byte[] bytes = bytes(path);
        String type = type(bytes);
        if (type.isEmpty()) {
            throw new BadgrClientException("The file " + path + " is neither a PNG nor an SVG picture. Nothing was sent; give one of these.");
        }
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String path) {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > LONGEST) {
                throw new BadgrClientException("The file " + path + " is longer than " + LONGEST + " bytes. Nothing was sent; Badgr draws it at most 400 pixels wide.");
            }
            return Files.readAllBytes(file);
        } catch (IOException | InvalidPathException unreadable) {
            throw new BadgrClientException("The file " + path + " cannot be read (" + unreadable.getClass().getSimpleName() + "). Nothing was sent.", unreadable);
        }
    }

    private static String type(byte[] bytes) {
        if (bytes.length > PNG.length && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)) {
            return "image/png";
        }
        return isSvg(bytes) ? "image/svg+xml" : "";
    }

    private static boolean isSvg(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setXMLReporter((message, kind, information, where) -> { });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    return xml.getLocalName().equals("svg");
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException noXml) {
            return false;
        }
    }
}
