package org.counterpoise;

/// Entry point of both the workbench and the command line.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("args " + args.length);
    }
}
