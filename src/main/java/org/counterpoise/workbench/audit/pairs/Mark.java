package org.counterpoise.workbench.audit.pairs;

/// The shape of a point, so that colour is not all that tells groups apart.
enum Mark {
    DISC(1) {
        @Override
        boolean covers(double x, double y) {
            return x * x + y * y <= 1;
        }
    },
    DIAMOND(1.2) {
        @Override
        boolean covers(double x, double y) {
            return Math.abs(x) + Math.abs(y) <= 1;
        }
    },
    SQUARE(0.88) {
        @Override
        boolean covers(double x, double y) {
            return Math.abs(x) <= 1 && Math.abs(y) <= 1;
        }
    },
    TRIANGLE(1.15) {
        @Override
        boolean covers(double x, double y) {
            return y <= 0.8 && Math.abs(x) <= (y + 1) / 1.8;
        }
    };

    private static final int SAMPLES = 4;

    /// Shapes of the same radius do not look equally large.
    private final double scale;

    Mark(double scale) {
        this.scale = scale;
    }

    /// The shape of the n-th group.
    static Mark of(int group) {
        return values()[group % values().length];
    }

    /// Whether a point belongs to the shape of radius 1 around 0; `y` grows downwards.
    abstract boolean covers(double x, double y);

    /// How much of each pixel the shape covers, 0 to 1, in a square of an odd number of pixels with
    /// its centre in the middle one.
    double[] mask(double radius) {
        double size = radius * scale;
        int half = (int) Math.ceil(size - 0.5);
        int side = 2 * half + 1;
        double[] mask = new double[side * side];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            int row = pixel / side;
            int inside = 0;
            for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                double dx = pixel % side - half + (s % SAMPLES + 0.5) / SAMPLES - 0.5;
                int line = s / SAMPLES;
                double dy = row - half + (line + 0.5) / SAMPLES - 0.5;
                inside += covers(dx / size, dy / size) ? 1 : 0;
            }
            mask[pixel] = (double) inside / (SAMPLES * SAMPLES);
        }
        return mask;
    }
}
