package dev.rbee.service.cli;

import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said of models, as text. Pure. */
final class ModelTables {
    private ModelTables() {}

    static String installed(List<ModelEntry> models) {
        Table table = new Table("MODEL", "SIZE", "STATE", "ARCHITECTURE", "QUANT", "CONTEXT", "KIND", "ORIGIN", "HIVE");
        for (ModelEntry model : models) {
            table.row(
                    model.id(),
                    Words.bytes(model.sizeBytes()),
                    state(model),
                    model.architecture(),
                    model.quantization(),
                    model.context(),
                    kind(model),
                    model.origin(),
                    model.hive());
        }
        return table.isEmpty() ? "No models." : table.toString();
    }

    private static String state(ModelEntry model) {
        Long done = model.doneBytes();
        return model.state().equals("partial") && done != null && model.sizeBytes() > 0
                ? "partial " + 100 * done / model.sizeBytes() + " %"
                : model.state();
    }

    private static String kind(ModelEntry model) {
        return model.embedding() ? "embedding" : Boolean.TRUE.equals(model.vision()) ? "chat, vision" : "chat";
    }

    static String library(List<LibraryModel> models) {
        Table table = new Table("NAME", "SIZE", "WEIGHTS", "CONTEXT", "GOOD AT", "LICENCE", "ENGINES");
        for (LibraryModel model : models) {
            for (LibraryModel.Variant variant : model.variants()) {
                Long active = variant.activeParameters();
                table.row(
                        model.name() + ":" + variant.tag(),
                        Words.bytes(variant.sizeBytes()),
                        Words.weights(variant.parameters())
                                + (active == null ? "" : ", " + Words.weights(active) + " active"),
                        Words.tokens(model.context()),
                        String.join(", ", model.goodAt()),
                        model.license(),
                        String.join(", ", variant.engines()));
            }
        }
        return table.isEmpty()
                ? "Nothing in the catalogue is like that; `rbee model search` looks further."
                : table
                        + "\nSizes are approximate. `rbee model fit NAME` says where one runs, `rbee model pull NAME` fetches it.";
    }

    static String hits(List<HubModel> hits) {
        Table table = new Table("REPOSITORY", "DOWNLOADS", "LIKES", "UPDATED", "LICENCE", "");
        for (HubModel hit : hits) {
            table.row(
                    hit.repo(),
                    hit.downloads(),
                    hit.likes(),
                    day(hit.updatedAt()),
                    hit.license(),
                    hit.gated() ? "gated" : " ");
        }
        return table.isEmpty()
                ? "Nothing found."
                : table + "\n`rbee model search OWNER/NAME` shows a repository's files.";
    }

    static String files(HubModel model) {
        Table table = new Table("QUANT", "SIZE", "FILES", "PULL AS");
        for (HubModel.HubFile file : Objects.requireNonNullElse(model.files(), List.<HubModel.HubFile>of())) {
            table.row(file.quantization(), Words.bytes(file.sizeBytes()), file.parts(), file.ref());
        }
        String note = model.gated()
                ? "\nIts owner wants an agreement: accept it at the hub, and give the queen HF_TOKEN."
                : "";
        return (table.isEmpty() ? "There are no GGUF files in " + model.repo() + "." : table.toString()) + note;
    }

    static String fit(FitAnswer answer) {
        Table table =
                new Table("HIVE", "VERDICT", "ENGINE", "DEVICE", "NEEDS", "FREE", "GPU LAYERS", "MAX CONTEXT", "SPEED");
        StringBuilder words = new StringBuilder();
        for (HiveFit fit : answer.hives()) {
            table.row(
                    fit.hive(),
                    fit.verdict().replace('_', ' '),
                    fit.engine(),
                    fit.device(),
                    Words.bytes(fit.totalBytes()) + (fit.learnt() ? " (measured)" : ""),
                    Words.bytes(fit.freeBytes()),
                    fit.layers() == null || fit.gpuLayers() == null ? null : fit.gpuLayers() + "/" + fit.layers(),
                    Words.tokens(fit.maxCtx()),
                    Words.speed(fit.tokensPerSecond()));
            words.append("\n").append(fit.hive()).append(": ").append(fit.words());
        }
        String head = answer.model() + ", " + Words.bytes(answer.sizeBytes()) + also(answer.quantization())
                + also(answer.architecture()) + "; " + answer.slots() + " at a time with a context of " + answer.ctx()
                + "\n";
        return head + (table.isEmpty() ? "There is no hive." : table.toString() + words);
    }

    static String gc(GcReport report) {
        Table table = new Table("HIVE", "SIZE", "WHY", "FILE");
        report.items().forEach(item -> table.row(item.hive(), Words.bytes(item.bytes()), item.why(), item.path()));
        if (table.isEmpty()) {
            return "Nothing to delete.";
        }
        return table + "\n" + Words.bytes(report.freedBytes()) + (report.dryRun() ? " would be freed." : " freed.");
    }

    private static String also(@Nullable String word) {
        return word == null ? "" : ", " + word;
    }

    private static @Nullable String day(@Nullable String time) {
        return time == null || time.length() < 10 ? time : time.substring(0, 10);
    }
}
