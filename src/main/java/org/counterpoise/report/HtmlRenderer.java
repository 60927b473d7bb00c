package org.counterpoise.report;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.figure.FigureExport;
import org.counterpoise.figure.Size;

import java.util.List;

/// A document as XHTML: for browsers with everything inside the one file, for print with page
/// headers and bookmarks. Both hold the same text.
final class HtmlRenderer {

    /// Where the page goes.
    enum Medium {
        SCREEN,
        PRINT
    }

    private final Document document;
    private final Medium medium;
    private final Markup html = new Markup();

    private HtmlRenderer(Document document, Medium medium) {
        this.document = document;
        this.medium = medium;
    }

    static String render(Document document, Medium medium) {
        return new HtmlRenderer(document, medium).page();
    }

    private String page() {
        Markup body = html;
        body.open("body");
        title();
        contents();
        body.open("main").line();
        boolean inSection = false;
        for (Block block : document.blocks()) {
            boolean section = block instanceof Block.Heading heading && heading.level() == 1;
            if (section && inSection) {
                html.close().line();
            }
            if (section) {
                html.open("section").line();
                inSection = true;
            }
            block(block);
        }
        if (inSection) {
            html.close();
        }
        body.close().close();
        return "<!DOCTYPE html>\n"
                + "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\">"
                + head(body.toString())
                + body
                + "</html>\n";
    }

    private String head(String body) {
        Markup head = new Markup();
        head.open("head").line();
        head.empty("meta", "charset", "UTF-8").line();
        head.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        head.empty("meta", "name", "generator", "content", "Counterpoise " + document.version());
        head.empty("meta", "name", "subject", "content", document.subtitle());
        head.element("title", document.title()).line();
        if (medium == Medium.PRINT) {
            bookmarks(head);
        }
        String css = Style.css(document, medium, body);
        head.open("style").raw("\n" + css).close().line();
        return head.close().line().toString();
    }

    private void bookmarks(Markup head) {
        head.open("bookmarks");
        Block.Heading section = null;
        for (Block.Heading heading : document.contents()) {
            if (heading.level() == 1 && section != null) {
                head.close();
            }
            head.open(
                    "bookmark",
                    "name",
                    heading.number() + " " + heading.text(),
                    "href",
                    "#" + heading.id());
            if (heading.level() == 1) {
                section = heading;
            } else {
                head.close();
            }
        }
        if (section != null) {
            head.close();
        }
        head.close().line();
    }

    private void title() {
        html.open("header").line();
        html.element("p", "Counterpoise " + document.version(), "class", "kicker");
        html.element("h1", document.title(), "class", "title").line();
        html.element("p", document.subtitle(), "class", "subtitle").line();
        String about =
                document.date().isEmpty()
                        ? "Project " + document.project()
                        : "Project " + document.project() + " · " + document.date();
        html.element("p", about, "class", "about").line();
        html.close().line();
    }

    private void contents() {
        html.open("nav", "aria-label", "Contents").line();
        html.element("p", "Contents", "class", "nav-title");
        html.open("ul").line();
        for (Block.Heading heading : document.contents()) {
            html.open("li", "class", "toc" + heading.level());
            html.open("a", "href", "#" + heading.id());
            html.element("span", heading.number(), "class", "toc-number");
            html.text(" " + heading.text()).close().close().line();
        }
        html.close().close().line();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Note note -> html.element("p", note.text(), "class", "note");
            case Block.Callout callout -> callout(callout);
            case Block.Facts facts -> facts(facts);
            case Block.Bullets bullets -> list("ul", bullets.items(), "bullets");
            case Block.References references -> list("ol", references.works(), "references");
            case Block.Table table -> new HtmlTable(html).write(table);
            case Block.Picture picture -> picture(picture);
        }
        html.line();
    }

    private void heading(Block.Heading heading) {
        String element = "h" + (heading.level() + 1);
        html.open(element, "id", heading.id());
        heading.severity().ifPresent(this::mark);
        if (!heading.number().isEmpty()) {
            html.element("span", heading.number(), "class", "number").text(" ");
        }
        html.text(heading.text()).close();
    }

    private void mark(Severity severity) {
        html.open("span", "class", "mark " + Style.name(severity));
        html.element("span", Style.shape(severity), "aria-hidden", "true");
        html.text(" " + Phrases.severity(severity)).close().text(" ");
    }

    private void paragraph(Block.Paragraph paragraph) {
        boolean alone = paragraph.text().isEmpty();
        html.open("p", "class", alone ? "lead" : "body");
        if (!paragraph.lead().isEmpty()) {
            html.element("strong", paragraph.lead());
            html.text(alone ? "" : " ");
        }
        html.text(paragraph.text()).close();
    }

    private void callout(Block.Callout callout) {
        html.open("div", "class", "callout " + Style.name(callout.severity()));
        html.open("p", "class", "headline");
        mark(callout.severity());
        html.element("strong", callout.headline()).close();
        if (!callout.text().isEmpty()) {
            html.element("p", callout.text(), "class", "detail");
        }
        html.close();
    }

    private void facts(Block.Facts facts) {
        html.open("table", "class", "facts").open("tbody").line();
        for (Block.Fact fact : facts.facts()) {
            html.open("tr").element("th", fact.label(), "scope", "row");
            html.element("td", fact.value()).close().line();
        }
        html.close().close();
    }

    private void list(String element, List<String> items, String style) {
        html.open(element, "class", style).line();
        items.forEach(item -> html.element("li", item).line());
        html.close();
    }

    /// What the page layout replaces by the drawn figure.
    private void placeholder(Block.Picture picture, Size size) {
        html.open(
                        "object",
                        "type",
                        PdfRenderer.FIGURE_TYPE,
                        "data",
                        Integer.toString(picture.number()),
                        "alt",
                        picture.figure().summary(),
                        "style",
                        "width: " + size.widthMm() + "mm; height: " + size.heightMm() + "mm")
                .close();
    }

    private void picture(Block.Picture picture) {
        html.open("figure", "id", "figure-" + picture.number()).line();
        Size size = Size.suiting(picture.figure());
        switch (medium) {
            case SCREEN ->
                    html.raw(FigureExport.svg(picture.figure(), size, "fig" + picture.number()));
            case PRINT -> placeholder(picture, size);
        }
        html.line().open("figcaption");
        html.element("strong", "Figure " + picture.number() + ".");
        html.text(
                " "
                        + Phrases.sentence(picture.figure().title())
                        + " "
                        + Phrases.sentence(picture.figure().summary()));
        html.close().close();
    }
}
