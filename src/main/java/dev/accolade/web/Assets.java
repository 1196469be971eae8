package dev.accolade.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;

/** The style sheets under {@code /assets/}, from the class path. Their addresses change with their content, so that a browser may keep them. */
public final class Assets {

    private static final String PICO = "/META-INF/resources/webjars/picocss__pico/";

    private record Asset(String type, byte[] content, String print) {}

    private final Map<String, Asset> assets = Map.of("pico.min.css", css(PICO + picoVersion() + "/css/pico.min.css"), "accolade.css", css("/dev/accolade/web/accolade.css"));

    /** @param name must be known */
    public String address(String name) {
        return "/assets/" + name + "?v=" + assets.get(name).print();
    }

    /** Sends what the header {@code name} names. */
    public void asset(Exchange exchange) {
        Asset asset = assets.get(exchange.getMessage().getHeader("name", "", String.class));
        if (asset == null) {
            Reply.text(exchange, 404, "There is no such file.");
        } else {
            Reply.unchanging(exchange, asset.type(), asset.content());
        }
    }

    private static Asset css(String resource) {
        byte[] content = read(resource);
        return new Asset("text/css; charset=utf-8", content, print(content));
    }

    /** The jar says which version it is; the path has it in its middle. */
    private static String picoVersion() {
        Properties properties = new Properties();
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/picocss__pico/pom.properties")) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path. Nothing was started; build the project again.");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String print(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
