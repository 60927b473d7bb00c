package org.counterpoise.engine.data;

import java.nio.charset.CharacterCodingException;

/// Takes the cells of one column as the parser finds them.
interface CellSink {

    /// @param bytes holds the cell at `from` (inclusive) to `to` (exclusive), without quotes and,
    ///     unless it was quoted, without spaces around it
    /// @param row from 0, the header not counted
    /// @param line of the file, from 1
    /// @return whether the cell can be what the column holds
    /// @throws CharacterCodingException if the bytes are not text in the file's encoding
    boolean accept(byte[] bytes, int from, int to, int row, long line)
            throws CharacterCodingException;
}
