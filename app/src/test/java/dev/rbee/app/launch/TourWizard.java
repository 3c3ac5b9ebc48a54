package dev.rbee.app.launch;

import dev.rbee.app.small.Machines;
import dev.rbee.app.small.SmallNodes;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;

/** Every step of adding a machine, with what can go wrong in each. */
final class TourWizard {
    private static final String OLD = "SHA256:bm90LXRoZS1zYW1lLWtleS1hcy1iZWZvcmUtYXQtYWxs";

    private final Stand at;
    private final SmallNodes nodes;

    TourWizard(Stand at) {
        this.at = at;
        nodes = at.host().queen().nodes();
    }

    void all() {
        at.page("hives");
        at.press("add-machine");
        at.front("add-where");
        where();
        trust();
        found();
        install();
        at.host().queen().hiveGone("gpu-1");
    }

    private void where() {
        at.type("enroll-host-text", "vince@gpu-1.lan");
        at.press("login-password");
        at.press("enroll-more");
        at.front("add-where-more");
        nodes.trouble(Problem.of(
                ProblemCode.SSH_LOGIN_REFUSED,
                "vince@gpu-1.lan refuses this login. Tried: password.",
                "Check user and password, or choose a key."));
        at.press("enroll-next");
        at.front("add-where-refused");
    }

    private void trust() {
        nodes.trouble(Problem.of(ProblemCode.HOST_KEY_UNKNOWN, "gpu-1.lan is not known yet.", "Accept its key.")
                .withDetails("{\"fingerprint\":\"" + SmallNodes.PRINT
                        + "\",\"key_type\":\"ssh-ed25519\",\"host\":\"gpu-1.lan\"}"));
        at.press("enroll-next");
        at.front("add-trust");
        nodes.trouble(Problem.of(
                        ProblemCode.HOST_KEY_CHANGED,
                        "gpu-1.lan shows another host key than before: " + SmallNodes.PRINT + " instead of " + OLD
                                + ". Nothing was sent.",
                        "Somebody may be in between. If the machine was set up anew, remove its line from"
                                + " /home/vince/.rbee/known_hosts and accept the new key.")
                .withDetails("{\"fingerprint\":\"" + SmallNodes.PRINT + "\",\"expected\":[\"" + OLD
                        + "\"],\"file\":\"/home/vince/.rbee/known_hosts\"}"));
        at.press("enroll-next");
        at.front("add-trust-changed");
        at.press("enroll-back");
        nodes.well();
    }

    private void found() {
        nodes.finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.blocked()));
        at.press("enroll-next");
        at.front("add-found-blocked");
        nodes.finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.remarks()));
        at.press("enroll-again");
        at.front("add-found-remarks");
        nodes.finds(new ProbedNode(SmallNodes.PRINT, "ssh-ed25519", Machines.good()));
        at.press("enroll-again");
        at.front("add-found");
    }

    private void install() {
        at.press("enroll-next");
        nodes.progress(0.1, "Checking the machine");
        nodes.progress(0.42, "Uploading 31.4 of 78.0 MB");
        Stand.settle(1);
        at.press("enroll-log-more");
        at.front("add-install");
        nodes.fails(Problem.of(
                        ProblemCode.STORAGE_FULL,
                        "The disk of gpu-1 is full: 61.2 of 78.0 MB are there.",
                        "Make room there and try again; what is there already is not sent again.")
                .withDetails("write /home/vince/.rbee-node/uploads/x.part: No space left on device"));
        at.front("add-install-failed");
        at.press("enroll-retry");
        nodes.progress(0.9, "Waiting for its first heartbeat");
        nodes.done();
        Stand.settle(1);
        nodes.beats("gpu-1");
        at.front("add-ready");
        at.press("enroll-next");
    }
}
