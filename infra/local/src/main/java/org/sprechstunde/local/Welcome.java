package org.sprechstunde.local;

import java.util.List;

/** What somebody who has just started the town wants to know. */
final class Welcome {
    private Welcome() {}

    static List<String> lines(LocalTown town) {
        return List.of(
                "",
                "  Mayor's page       " + town.page() + "/",
                "  Citizen's phone    " + town.phone() + "/",
                "  Mayor's e-mails    " + town.mailbox() + "/",
                "  Stores             table " + town.table() + ", bucket " + town.bucket()
                        + " (keys: infra/run --help)",
                "",
                "  A token for scripts:",
                "    curl -s -d grant_type=client_credentials -d client_id=" + TownVariables.CLIENT_ID
                        + " -d client_secret=any -d scope=" + Tokens.MAYOR + " " + town.issuer() + "/token",
                "",
                "Ctrl-C stops everything; nothing is kept.");
    }
}
