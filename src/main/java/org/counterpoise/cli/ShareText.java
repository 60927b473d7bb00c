package org.counterpoise.cli;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Margin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads shares of columns: `race=balance;age&site=match;sex=F:55,M:45`.
final class ShareText {
    private static final String HOW = "Write e.g. --plan \"shares:race=balance;sex=F:55,M:45\".";

    private ShareText() {}

    static List<Margin> margins(Dataset data, String text) {
        List<Margin> margins = new ArrayList<>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw problem("\"" + part + "\" does not say which shares are wanted.");
            }
            List<String> columns = new ArrayList<>();
            for (String name : part.substring(0, equals).split("&")) {
                columns.add(Texts.column(data, name.strip(), "--plan"));
            }
            String wanted = part.substring(equals + 1).strip();
            margins.add(
                    switch (wanted) {
                        case "keep" -> new Margin(columns, Margin.Aim.KEEP);
                        case "balance" -> new Margin(columns, Margin.Aim.BALANCE);
                        case "match" -> new Margin(columns, Margin.Aim.MATCH_BENCHMARK);
                        default -> new Margin(columns, Margin.Aim.TYPED, shares(columns, wanted));
                    });
        }
        return margins;
    }

    private static List<Margin.Share> shares(List<String> columns, String text) {
        List<Margin.Share> shares = new ArrayList<>();
        for (String share : text.split(",")) {
            int colon = share.lastIndexOf(':');
            String[] levels = share.substring(0, Math.max(0, colon)).split("&");
            if (colon < 0 || levels.length != columns.size()) {
                throw problem("\"" + share + "\" is not the share of a group.");
            }
            Map<String, String> cell = new LinkedHashMap<>();
            for (int i = 0; i < levels.length; i++) {
                cell.put(columns.get(i), levels[i].strip());
            }
            shares.add(new Margin.Share(cell, weight(share.substring(colon + 1).strip())));
        }
        return shares;
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UserProblem("\"" + text + "\" is not a share.", "option --plan", HOW, e);
        }
    }

    private static UserProblem problem(String what) {
        return new UserProblem(what, "option --plan", HOW);
    }
}
