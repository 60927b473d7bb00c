package org.counterpoise.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterpoise.engine.Progress;
import org.counterpoise.session.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class ReportTest {
    private static final SampleStory STORY = new SampleStory();
    private static final Document DOCUMENT = STORY.document();
    private static String html = "";
    private static byte[] pdf = {};

    @BeforeAll
    static void render() throws IOException {
        html = HtmlRenderer.render(DOCUMENT, HtmlRenderer.Medium.SCREEN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRenderer.write(DOCUMENT, out);
        pdf = out.toByteArray();
        Path folder = Files.createDirectories(Path.of("target", "report"));
        Files.writeString(folder.resolve("report.html"), html);
        Files.write(folder.resolve("report.pdf"), pdf);
        Files.writeString(folder.resolve("report.json"), JsonRenderer.render(DOCUMENT));
    }

    private static Element parsed() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getDocumentElement();
    }

    @Test
    void thePageIsWellFormedAndTellsEveryFinding() throws Exception {
        String text = parsed().getTextContent();
        assertThat(STORY.headlines()).isNotEmpty().allSatisfy(h -> assertThat(text).contains(h));
        assertThat(text)
                .contains("0.805 [0.769, 0.837], n = 517")
                .contains("p < .001, adjusted p = .002")
                .contains("undefined (n = 0)")
                .contains("30 of 200 rows are shown")
                .contains("Fidelity passes; privacy was not judged.")
                .contains("Too few neighbours in the training set.");
    }

    @Test
    void namesFromTheDataCannotBecomeMarkup() throws Exception {
        assertThat(html).doesNotContain("<script").doesNotContain("alert('x')");
        assertThat(parsed().getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void nothingIsFetchedFromAnywhere() {
        assertThat(html.replace("http://www.w3.org/", "").replace("http://www.jfree.org/", ""))
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("src=");
    }

    @Test
    void everyFigureHasATextAlternative() throws Exception {
        NodeList figures = parsed().getElementsByTagName("svg");
        assertThat(figures.getLength()).isEqualTo(3);
        for (int i = 0; i < figures.getLength(); i++) {
            Element svg = (Element) figures.item(i);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        }
    }

    @Test
    void idsAreUnique() throws Exception {
        List<String> ids = new ArrayList<>();
        NodeList all = parsed().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void theSameProjectGivesTheSameBytes() {
        Document again = new SampleStory().document();
        assertThat(HtmlRenderer.render(again, HtmlRenderer.Medium.SCREEN)).isEqualTo(html);
        assertThat(JsonRenderer.render(again)).isEqualTo(JsonRenderer.render(DOCUMENT));
    }

    @Test
    void jsonHoldsTheMetricsWithNullForUndefinedAndEveryRow() throws Exception {
        var json =
                Json.read(
                        JsonRenderer.render(DOCUMENT),
                        com.fasterxml.jackson.databind.JsonNode.class);
        assertThat(json.at("/metrics").get("performance/tpr/sex=F").doubleValue()).isEqualTo(0.805);
        assertThat(json.at("/metrics").get("performance/tpr/sex=X").isNull()).isTrue();
        assertThat(json.toString()).contains("group 199").doesNotContain("\"NaN\"");
    }

    @Test
    void thePagesHoldTheHeadingsAndBookmarks() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (Block.Heading heading : DOCUMENT.contents()) {
                assertThat(text).contains(heading.number() + " " + heading.text());
            }
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Bias audit");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(
                            document.getDocumentCatalog()
                                    .getDocumentOutline()
                                    .getFirstChild()
                                    .getTitle())
                    .isEqualTo("1 Summary");
        }
    }

    @Test
    void everyFontIsEmbeddedAndFiguresAreVectors() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                check(page.getResources());
            }
        }
    }

    private static void check(PDResources resources) throws IOException {
        for (COSName name : resources.getFontNames()) {
            assertThat(resources.getFont(name).isEmbedded()).isTrue();
            assertThat(resources.getFont(name).getName()).contains("Inter");
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            assertThat(object).isNotInstanceOf(PDImageXObject.class);
            if (object instanceof PDFormXObject form && form.getResources() != null) {
                check(form.getResources());
            }
        }
    }

    @Test
    void anEmptyProjectIsAReportToo() throws IOException {
        Document empty =
                DocumentBuilder.build(
                        "Nothing yet",
                        "new",
                        List.of(),
                        id -> {
                            throw new IllegalArgumentException(id);
                        },
                        Progress.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRenderer.write(empty, out);
        assertThat(out.size()).isPositive();
        assertThat(HtmlRenderer.render(empty, HtmlRenderer.Medium.SCREEN))
                .contains("No audit and no validation was run");
    }
}
