package org.counterpoise.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an artifact's content hash covers: SHA-256, in hexadecimal, equal exactly where the content
/// is equal to the last bit.
public final class ArtifactHash {
    private ArtifactHash() {}

    /// A dataset's hash covers its schema and values. Findings, scorecards, benchmarks and reports
    /// are hashed as JSON, doubles in the shortest form that reads back to the same bits.
    ///
    /// @param artifact anything but a model
    public static String of(Artifact artifact) {
        return switch (artifact) {
            case Artifact.Data data -> data.dataset().hash();
            case Artifact.Model model ->
                    throw new IllegalArgumentException("a model is hashed by what made it");
            case Artifact.Target target -> text(Json.writeCanonical(BenchmarkForm.of(target)));
            case Artifact.Findings findings -> text(Json.writeCanonical(findings));
            case Artifact.Scorecard scorecard -> text(Json.writeCanonical(scorecard));
            case Artifact.Report report -> text(Json.writeCanonical(report));
        };
    }

    /// A model is determined by what it was fitted on and how.
    ///
    /// @param inputHash of the training set
    /// @param step complete: its settings in the order of the settings record
    static String ofModel(String inputHash, Step.FitSynthesizer step) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("input", inputHash);
        parts.put("method", step.method());
        parts.put("settings", step.settings());
        parts.put("seed", step.seed());
        if (!step.rules().isEmpty()) {
            parts.put("rules", step.rules());
        }
        if (!step.rare().none()) {
            parts.put("rare", step.rare());
        }
        return text(Json.write(parts));
    }

    private static String text(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
