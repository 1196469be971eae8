package dev.accolade.sandbox.badgr;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What the server does to a picture before it keeps it. */
final class Drawing {

    private static final int LARGEST_SIDE = 400;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Drawing() {
    }

    /** Padded to a square of at most 400 by 400; empty when it is no PNG. */
    static Optional<byte[]> squarePng(byte[] sent) {
        if (sent.length < PNG.length || !Arrays.equals(sent, 0, PNG.length, PNG, 0, PNG.length)) {
            return Optional.empty();
        }
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(sent));
            if (image == null) {
                return Optional.empty();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(square(image), "png", out);
            return Optional.of(out.toByteArray());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static BufferedImage square(BufferedImage image) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        int side = Math.min(LARGEST_SIDE, longer);
        int width = Math.max(1, image.getWidth() * side / longer);
        int height = Math.max(1, image.getHeight() * side / longer);
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = square.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, (side - width) / 2, (side - height) / 2, width, height, null);
        pen.dispose();
        return square;
    }

    /** Without {@code script} elements and {@code onload} attributes; empty when it is no SVG. */
    static Optional<byte[]> harmlessSvg(byte[] sent) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(sent));
            if (!"svg".equals(document.getDocumentElement().getLocalName())) {
                return Optional.empty();
            }
            clean(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return Optional.of(out.toByteArray());
        } catch (SAXException | IOException | ParserConfigurationException | TransformerException noSvg) {
            return Optional.empty();
        }
    }

    private static void clean(Document document) {
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = all.getLength() - 1; i >= 0; i--) {
            Element element = (Element) all.item(i);
            if ("script".equals(element.getLocalName())) {
                element.getParentNode().removeChild(element);
            } else {
                element.removeAttribute("onload");
            }
        }
    }
}
