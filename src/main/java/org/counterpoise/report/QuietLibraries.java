package org.counterpoise.report;

import com.openhtmltopdf.util.XRLog;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps the page layout's running commentary out of the log. Its warnings and errors stay.
final class QuietLibraries {
    /// Held strongly, because a logger that nobody holds forgets its level.
    private static final List<Logger> LOGGERS =
            List.of(
                    Logger.getLogger("com.openhtmltopdf"),
                    Logger.getLogger("org.apache.pdfbox"),
                    Logger.getLogger("org.apache.fontbox"));

    private QuietLibraries() {}

    static void quiet() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
    }
}
