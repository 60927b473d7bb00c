package org.counterpoise.session;

/// The version of the running program, as steps and protocols record it.
public final class Version {
    /// The same as in the build file; a test holds them together.
    public static final String CURRENT = "0.1.0";

    private Version() {}
}
