package dev.rbee.service.queen.routing;

/** Why a decision is as it is. */
public enum Reason {
    /** the caller named the worker */
    PINNED("the caller asked for this worker"),
    /** it holds the conversation's beginning */
    WARM("it has this conversation in its cache"),
    /** no other could take it */
    ONLY("it is the only free worker of this model"),
    /** the best score */
    BEST("most free slots, speed and fewest recent errors"),
    /** the best score of a sample */
    SAMPLED("best of a sample of the free workers"),
    /** used last */
    LAST_RESORT("nothing better is free"),
    /** all slots are taken */
    FULL("every worker of this model is busy"),
    /** the model is being loaded */
    LOADING("its workers are still loading the model"),
    /** the named worker is full */
    PINNED_FULL("the worker asked for is busy"),
    /** the named worker takes nothing new */
    PINNED_DRAINING("the worker asked for is draining"),
    /** the named worker is not there */
    PINNED_ABSENT("the worker asked for is not online"),
    /** the named worker runs another model */
    PINNED_OTHER("the worker asked for runs another model"),
    /** none of them can do what it needs */
    UNABLE("no worker of this model can do what the request needs"),
    /** nobody offers it */
    ABSENT("no worker offers this model");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
