package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @TempDir
    Path folder;

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    @Test
    void knowsAPngByItsContentWhateverItIsCalled() throws IOException {
        String uri = Images.dataUri(file("picture.SVG", PNG));
        assertThat(uri).startsWith("data:image/png;base64,");
        assertThat(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))).isEqualTo(PNG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'><g/></svg>",
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>"})
    void knowsAnSvgByItsRoot(String text) throws IOException {
        assertThat(Images.dataUri(file("picture", text.getBytes(StandardCharsets.UTF_8)))).startsWith("data:image/svg+xml;base64,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html><svg/></html>", "GIF89a", "\u0089PNG"})
    void refusesAllElse(String text) throws IOException {
        String path = file("picture.png", text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Images.dataUri(path)).isInstanceOf(BadgrClientException.class).hasMessageContaining("neither a PNG nor an SVG");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> Images.dataUri(folder.resolve("none.png").toString())).isInstanceOf(BadgrClientException.class)
                .hasMessageContaining("cannot be read");
    }
}
