package dev.rbee.contract.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can go wrong, as codes of the wire; each has one HTTP status. Codes are only ever added. */
public enum ProblemCode {
    /** HTTP 401. */
    INVALID_API_KEY("invalid_api_key", 401),
    /** HTTP 403. */
    FORBIDDEN_SCOPE("forbidden_scope", 403),
    /** HTTP 403. */
    FORBIDDEN_HOST("forbidden_host", 403),
    /** HTTP 403. */
    FORBIDDEN_ORIGIN("forbidden_origin", 403),
    /** HTTP 404. */
    ROUTE_NOT_FOUND("route_not_found", 404),
    /** HTTP 405. */
    METHOD_NOT_ALLOWED("method_not_allowed", 405),
    /** HTTP 400: not HTTP as it should be. */
    MALFORMED_REQUEST("malformed_request", 400),
    /** HTTP 400. */
    INVALID_JSON("invalid_json", 400),
    /** HTTP 400. */
    INVALID_FIELD("invalid_field", 400),
    /** HTTP 400. */
    MISSING_FIELD("missing_field", 400),
    /** HTTP 413. */
    BODY_TOO_LARGE("body_too_large", 413),
    /** HTTP 431. */
    HEADERS_TOO_LARGE("headers_too_large", 431),
    /** HTTP 404. */
    COMPONENT_UNKNOWN("component_unknown", 404),
    /** HTTP 404. */
    WORKER_NOT_FOUND("worker_not_found", 404),
    /** HTTP 404. */
    HIVE_NOT_FOUND("hive_not_found", 404),
    /** HTTP 404. */
    NODE_NOT_FOUND("node_not_found", 404),
    /** HTTP 404. */
    MODEL_NOT_FOUND("model_not_found", 404),
    /** HTTP 404. */
    JOB_NOT_FOUND("job_not_found", 404),
    /** HTTP 404. */
    REQUEST_NOT_FOUND("request_not_found", 404),
    /** HTTP 404. */
    TOKEN_NOT_FOUND("token_not_found", 404),
    /** HTTP 404. */
    QUEEN_NOT_FOUND("queen_not_found", 404),
    /** HTTP 412. */
    WORKER_UNKNOWN("worker_unknown", 412),
    /** HTTP 409. */
    EPOCH_OUTDATED("epoch_outdated", 409),
    /** HTTP 410. */
    WORKER_GONE("worker_gone", 410),
    /** HTTP 421. */
    WRONG_INSTANCE("wrong_instance", 421),
    /** HTTP 400. */
    CONTEXT_LENGTH_EXCEEDED("context_length_exceeded", 400),
    /** HTTP 400. */
    UNSUPPORTED_PARAMETER("unsupported_parameter", 400),
    /** HTTP 400. */
    INVALID_GRAMMAR("invalid_grammar", 400),
    /** HTTP 400. */
    INVALID_SCHEMA("invalid_schema", 400),
    /** HTTP 400. */
    EMBEDDINGS_UNSUPPORTED("embeddings_unsupported", 400),
    /** HTTP 400. */
    GENERATION_UNSUPPORTED("generation_unsupported", 400),
    /** HTTP 404. */
    MODEL_FILE_MISSING("model_file_missing", 404),
    /** HTTP 422. */
    MODEL_INVALID("model_invalid", 422),
    /** HTTP 422. */
    MODEL_UNSUPPORTED("model_unsupported", 422),
    /** HTTP 409. */
    MODEL_QUARANTINED("model_quarantined", 409),
    /** HTTP 409. */
    MODEL_IN_USE("model_in_use", 409),
    /** HTTP 409: comes with rbee. */
    MODEL_PROTECTED("model_protected", 409),
    /** HTTP 422. */
    CPU_UNSUPPORTED("cpu_unsupported", 422),
    /** HTTP 409. */
    PORT_TAKEN("port_taken", 409),
    /** HTTP 409. */
    ALREADY_RUNNING("already_running", 409),
    /** HTTP 409. */
    ALREADY_EXISTS("already_exists", 409),
    /** HTTP 502. */
    SPAWN_FAILED("spawn_failed", 502),
    /** HTTP 429. */
    QUEUE_FULL("queue_full", 429),
    /** HTTP 429. */
    RATE_LIMITED("rate_limited", 429),
    /** HTTP 503. */
    WAIT_TIMEOUT("wait_timeout", 503),
    /** HTTP 503. */
    NO_WORKER("no_worker", 503),
    /** HTTP 503. */
    MODEL_LOADING("model_loading", 503),
    /** HTTP 503. */
    DRAINING("draining", 503),
    /** HTTP 503. */
    HIVE_OFFLINE("hive_offline", 503),
    /** HTTP 502. */
    WORKER_FAILED("worker_failed", 502),
    /** HTTP 502. */
    WORKER_LOST("worker_lost", 502),
    /** HTTP 503. */
    UNREACHABLE("unreachable", 503),
    /** HTTP 504. */
    TIMEOUT("timeout", 504),
    /** HTTP 499. */
    CANCELLED("cancelled", 499),
    /** HTTP 400. */
    CONFIG_INVALID("config_invalid", 400),
    /** HTTP 500. */
    DATABASE_DAMAGED("database_damaged", 500),
    /** HTTP 500. */
    SCHEMA_NEWER("schema_newer", 500),
    /** HTTP 507. */
    STORAGE_FULL("storage_full", 507),
    /** HTTP 502: nobody answers there, or not as an SSH server does. */
    SSH_UNREACHABLE("ssh_unreachable", 502),
    /** HTTP 422: the machine refuses this login. */
    SSH_LOGIN_REFUSED("ssh_login_refused", 422),
    /** HTTP 422: a password or passphrase is needed and was not given. */
    SSH_LOGIN_NEEDED("ssh_login_needed", 422),
    /** HTTP 409: first contact; the fingerprint has to be accepted. */
    HOST_KEY_UNKNOWN("host_key_unknown", 409),
    /** HTTP 409: not the host key that is known; nothing was sent. */
    HOST_KEY_CHANGED("host_key_changed", 409),
    /** HTTP 422: something is missing on the machine. */
    NODE_UNSUITABLE("node_unsuitable", 422),
    /** HTTP 409: the folder there belongs to somebody else. */
    NODE_OCCUPIED("node_occupied", 409),
    /** HTTP 502: it could not be installed there. */
    INSTALL_FAILED("install_failed", 502),
    /** HTTP 502: installed, but the hive there does not come up. */
    HIVE_START_FAILED("hive_start_failed", 502),
    /** HTTP 409: its hardware address is not known. */
    WAKE_IMPOSSIBLE("wake_impossible", 409),
    /** HTTP 422: fits nowhere, with or without what runs. */
    MODEL_TOO_LARGE("model_too_large", 422),
    /** HTTP 403: the hub wants its terms accepted first. */
    MODEL_GATED("model_gated", 403),
    /** HTTP 401: the hub does not take the token, or wants one. */
    HUB_UNAUTHORIZED("hub_unauthorized", 401),
    /** HTTP 429: the hub wants us to wait. */
    HUB_RATE_LIMITED("hub_rate_limited", 429),
    /** HTTP 400: no address to fetch from: private, not https, not allowed. */
    SOURCE_FORBIDDEN("source_forbidden", 400),
    /** HTTP 404: the source has no such repository or file. */
    SOURCE_NOT_FOUND("source_not_found", 404),
    /** HTTP 502: the source answers as it should not. */
    SOURCE_FAILED("source_failed", 502),
    /** HTTP 422: not the bytes that were promised. */
    HASH_MISMATCH("hash_mismatch", 422),
    /** HTTP 503: the source cannot be reached: no network, no name, a proxy. */
    OFFLINE("offline", 503),
    /** HTTP 409: somebody paused it. */
    PAUSED("paused", 409),
    /** HTTP 404. */
    ENGINE_NOT_FOUND("engine_not_found", 404),
    /** HTTP 422: no engine there knows this model; one can be installed. */
    ENGINE_MISSING("engine_missing", 422),
    /** HTTP 502: the engine's program does not work as it should. */
    ENGINE_FAILED("engine_failed", 502),
    /** HTTP 404. */
    ENDPOINT_NOT_FOUND("endpoint_not_found", 404),
    /** HTTP 502: an attached server does not answer as it should. */
    ENDPOINT_FAILED("endpoint_failed", 502),
    /** HTTP 409: it is a model of an attached server, not a process of ours. */
    WORKER_ATTACHED("worker_attached", 409),
    /** HTTP 400: the model reads text only. */
    IMAGES_UNSUPPORTED("images_unsupported", 400),
    /** HTTP 400. */
    TOOLS_UNSUPPORTED("tools_unsupported", 400),
    /** HTTP 422: not signed by a key that is trusted. */
    SIGNATURE_INVALID("signature_invalid", 422),
    /** HTTP 409: an older version, an expired feed, a machine that cannot do it by itself. */
    UPDATE_REFUSED("update_refused", 409),
    /** HTTP 502: the new version does not start, or could not be put in its place; the old one stays. */
    UPDATE_FAILED("update_failed", 502),
    /** HTTP 500. */
    INTERNAL_ERROR("internal_error", 500);

    private final String wire;
    private final int status;

    ProblemCode(String wire, int status) {
        this.wire = wire;
        this.status = status;
    }

    /** The code on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** OpenAI's {@code type} for it, so that its client libraries raise their own error classes. */
    public String type() {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            case 500, 502, 503, 504, 507 -> "server_error";
            default -> "invalid_request_error";
        };
    }

    /** The code of that name, or {@link #INTERNAL_ERROR} for one this version does not know. */
    @JsonCreator
    public static ProblemCode parse(String text) {
        for (ProblemCode code : values()) {
            if (code.wire.equals(text)) {
                return code;
            }
        }
        return INTERNAL_ERROR;
    }
}
