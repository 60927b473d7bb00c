package org.counterpoise.session.store;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a project is kept. `demo`, `demo.counterpoise` and `demo.counterpoise.mv.db` all mean the
/// file `demo.counterpoise.mv.db`.
///
/// @param file the database file, absolute
record Location(Path file) {
    private static final String DATABASE = ".mv.db";
    private static final String OURS = ".counterpoise";

    /// The first bytes of H2's plain and encrypted files. The plain header is written twice, at the
    /// start of the first two blocks.
    private static final String PLAIN = "H:2,";

    private static final String ENCRYPTED = "H2encrypt";
    private static final int BLOCK = 4096;

    /// @throws UserProblem if the path has a semicolon, which H2 cannot take
    static Location of(Path given) {
        String name = String.valueOf(given.getFileName());
        if (!name.endsWith(DATABASE)) {
            name = (name.endsWith(OURS) ? name : name + OURS) + DATABASE;
        }
        Path file = given.toAbsolutePath().normalize().resolveSibling(name);
        if (file.toString().contains(";")) {
            throw StoreProblems.semicolon(file);
        }
        return new Location(file);
    }

    /// The project's name: the file's, without its endings.
    String name() {
        String name = String.valueOf(file.getFileName());
        name = name.substring(0, name.length() - DATABASE.length());
        return name.endsWith(OURS) ? name.substring(0, name.length() - OURS.length()) : name;
    }

    /// What H2 calls the database: the file without its last ending.
    String database() {
        String path = file.toString();
        return path.substring(0, path.length() - DATABASE.length());
    }

    /// Looks at a file from outside, without changing it.
    ///
    /// @param given as the user named it
    /// @throws UserProblem if it cannot be a project, or not one that may be opened
    static Location existing(Path given, Optional<char[]> password) {
        if (Files.isDirectory(given)) {
            throw StoreProblems.directory(given);
        } else if (Files.exists(given) && !given.toString().endsWith(DATABASE)) {
            throw StoreProblems.notOurs(given);
        }
        Location location = of(given);
        Path file = location.file();
        if (!Files.exists(file)) {
            throw StoreProblems.missing(file);
        } else if (Files.isDirectory(file)) {
            throw StoreProblems.directory(file);
        } else if (!Files.isReadable(file)) {
            throw StoreProblems.unreadable(file);
        }
        if (location.encrypted() && password.isEmpty()) {
            throw StoreProblems.passwordNeeded(file);
        }
        return location;
    }

    /// Whether the file is encrypted.
    ///
    /// @throws UserProblem if it is no database at all
    boolean encrypted() {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            String first = text(channel, 0);
            if (first.startsWith(ENCRYPTED)) {
                return true;
            } else if (first.startsWith(PLAIN) || text(channel, BLOCK).startsWith(PLAIN)) {
                return false;
            }
            throw StoreProblems.notOurs(file);
        } catch (IOException e) {
            throw StoreProblems.of(e, file);
        }
    }

    private static String text(SeekableByteChannel channel, int position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ENCRYPTED.length());
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A channel may hand over fewer bytes than asked for.
        }
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    void requireWritable() {
        Path folder = file.getParent();
        if (!Files.isWritable(file) || folder == null || !Files.isWritable(folder)) {
            throw StoreProblems.readOnly(file);
        }
    }
}
