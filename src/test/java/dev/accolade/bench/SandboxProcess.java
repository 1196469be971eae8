package dev.accolade.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The sandbox beside the bench. It ends with this process, however that ends. */
final class SandboxProcess implements AutoCloseable {

    private final Process process;
    private final String address;

    private SandboxProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static SandboxProcess start(int people, int groups) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx3g", "-cp",
                System.getProperty("java.class.path"), SandboxMain.class.getName(), Integer.toString(people), Integer.toString(groups))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String address = out.readLine();
        while (address != null && !address.startsWith("http")) {
            address = out.readLine();
        }
        if (address == null) {
            throw new IOException("The sandbox ended before it listened; its own message stands above.");
        }
        return new SandboxProcess(process, address);
    }

    String base(String service) {
        return address + "/" + service + (service.equals("fas") ? "/accounts" : "");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
