package org.counterpoise.engine.data;

/// Stevens' levels of measurement (Science 1946, doi:10.1126/science.103.2684.677).
public enum MeasurementLevel {
    NOMINAL,
    ORDINAL,
    INTERVAL,
    RATIO
}
