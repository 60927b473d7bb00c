package org.counterpoise.workbench.generate;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Where the Generate page keeps what was last set for data of the same columns.
interface SettingsMemory {

    /// Forgets everything.
    SettingsMemory NONE =
            new SettingsMemory() {
                @Override
                public Optional<JsonNode> recall(String fingerprint) {
                    return Optional.empty();
                }

                @Override
                public void remember(String fingerprint, JsonNode settings) {}
            };

    Optional<JsonNode> recall(String fingerprint);

    void remember(String fingerprint, JsonNode settings);

    /// The same for the same names, types and roles in the same order. Tells nothing of the values.
    static String fingerprint(Schema schema) {
        StringBuilder text = new StringBuilder();
        for (ColumnInfo column : schema.columns()) {
            text.append(column.name())
                    .append('\0')
                    .append(column.type())
                    .append('\0')
                    .append(column.role())
                    .append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
