package dev.accolade.service.cave;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** The browser that the desktop knows, else what {@code xdg-open} starts. */
final class DesktopBrowser implements Browser {

    @Override
    public boolean open(URI page) {
        return !GraphicsEnvironment.isHeadless() && (byDesktop(page) || byCommand(page));
    }

    private static boolean byDesktop(URI page) {
        try {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(page);
                return true;
            }
        } catch (IOException | UnsupportedOperationException | SecurityException noBrowser) {
            return false;
        }
        return false;
    }

    private static boolean byCommand(URI page) {
        try {
            new ProcessBuilder("xdg-open", page.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
