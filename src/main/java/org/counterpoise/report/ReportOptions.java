package org.counterpoise.report;

import java.util.List;
import java.util.Locale;

/// What to write.
///
/// @param title of the report
/// @param formats the files wanted
public record ReportOptions(String title, List<Format> formats) {

    /// A kind of file.
    public enum Format {
        HTML("report.html"),
        PDF("report.pdf"),
        JSON("report.json"),
        /// The steps without any data, to be replayed elsewhere.
        PROTOCOL("protocol.json");

        private final String fileName;

        Format(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }

        /// The name used in protocols and on the command line: "html", "pdf", "json", "protocol".
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ReportOptions {
        formats = List.copyOf(formats);
    }

    /// Every kind of file.
    public static ReportOptions everything(String title) {
        return new ReportOptions(title, List.of(Format.values()));
    }
}
