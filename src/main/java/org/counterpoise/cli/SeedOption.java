package org.counterpoise.cli;

import picocli.CommandLine.Option;

/// The seed of a command.
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all randomness (default: ${DEFAULT-VALUE}).")
    long seed = 1;
}
