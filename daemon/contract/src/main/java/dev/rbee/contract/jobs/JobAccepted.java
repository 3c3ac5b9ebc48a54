package dev.rbee.contract.jobs;

/** Answer 202 to long work. */
public record JobAccepted(String jobId, String streamUrl) {

    /** With the stream's usual address. */
    public static JobAccepted of(String jobId) {
        return new JobAccepted(jobId, "/v1/jobs/" + jobId + "/stream");
    }
}
