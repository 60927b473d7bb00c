package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The fingerprint by which a protocol knows its input files again.
public final class FileHash {
    private static final int BLOCK = 1 << 20;

    private FileHash() {}

    /// SHA-256 of a file's bytes, in lower-case hexadecimal.
    ///
    /// @throws UserProblem if the file cannot be read
    public static String sha256(Path file, Progress progress) {
        FileCheck.isFile(file);
        MessageDigest digest = ContentHash.sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            double size = Files.size(file);
            long done = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                progress.check();
                digest.update(block, 0, read);
                done += read;
                progress.report(Math.min(1, done / size), "Taking the fingerprint");
            }
        } catch (IOException e) {
            throw FileCheck.problem(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
