package org.counterpoise.workbench.report;

import org.counterpoise.engine.settings.Setting;

import java.util.ArrayList;
import java.util.List;

/// What is to be written, as a form.
///
/// @param title of the report
/// @param protocol whether the protocol, without data, is written beside it
public record ReportSettings(
        @Setting(label = "Title", help = "Stands on the first page and in the files.") String title,
        @Setting(label = "PDF", help = "Paged, with contents; figures as vectors.") boolean pdf,
        @Setting(
                        label = "HTML",
                        help = "One self-contained file; figures with text for screen readers.")
                boolean html,
        @Setting(label = "JSON", help = "Every finding and metric, for other programs.")
                boolean json,
        @Setting(
                        label = "Protocol",
                        help =
                                "Steps, settings, seeds and hashes, without any data: whoever has"
                                        + " the data file can replay it.")
                boolean protocol) {

    static ReportSettings start() {
        return new ReportSettings("Bias audit report", true, true, true, true);
    }

    ReportSettings withTitle(String newTitle) {
        return new ReportSettings(newTitle, pdf, html, json, protocol);
    }

    /// The formats of the report itself, as a step stores them.
    List<String> formats() {
        List<String> formats = new ArrayList<>();
        if (html) {
            formats.add("html");
        }
        if (pdf) {
            formats.add("pdf");
        }
        if (json) {
            formats.add("json");
        }
        return formats;
    }
}
