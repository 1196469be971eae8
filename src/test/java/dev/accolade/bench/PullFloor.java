package dev.accolade.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.accolade.sandbox.SandboxCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

/** The same bytes of people and groups, fetched and parsed with nothing kept. */
final class PullFloor {

    private static final JsonFactory JSON = new JsonFactory();

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).version(HttpClient.Version.HTTP_1_1).build();

    PullFloor(String base) {
        this.base = base;
    }

    Duration measure() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        read("/login", "user_name=" + SandboxCredentials.FAS_USERNAME + "&password=" + SandboxCredentials.FAS_PASSWORD + "&login=Login");
        String token = "&_csrf_token=" + token();
        read("/user/list", "search=*&fields=id&fields=username&fields=email&fields=human_name&fields=status" + token);
        read("/json/fas_client/group_data", "force_refresh=True" + token);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void read(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("tg_format=json&" + form)).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body(); JsonParser json = JSON.createParser(body)) {
            if (response.statusCode() != 200) {
                throw new IOException("HTTP " + response.statusCode() + " on " + path);
            }
            while (json.nextToken() != null) {
                if (json.currentToken().isNumeric()) {
                    json.getLongValue();
                }
            }
        }
    }

    private String token() {
        String visit = cookies.getCookieStore().getCookies().stream().filter(one -> one.getName().equals("tg-visit")).map(HttpCookie::getValue).findFirst().orElseThrow();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(visit.replace("\"", "").getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
