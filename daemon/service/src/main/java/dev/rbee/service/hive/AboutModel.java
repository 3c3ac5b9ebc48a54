package dev.rbee.service.hive;

import dev.rbee.contract.gguf.GgufAbout;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.models.ModelAbout;
import java.util.Comparator;
import java.util.List;

/** A header in the form in which people are told of it. Pure. */
final class AboutModel {
    private AboutModel() {}

    static ModelAbout of(String id, String hive, GgufInfo info) {
        GgufAbout about = info.about();
        return new ModelAbout(
                id,
                hive,
                info.name(),
                about.organization(),
                about.author(),
                about.description(),
                about.licence(),
                about.licenceLink(),
                about.size(),
                about.source(),
                info.version(),
                info.tensors(),
                info.tokenizer().model(),
                info.tokenizer().pre(),
                info.tokenizer().addBos(),
                info.tokenizer().addEos(),
                info.chatTemplate(),
                types(info),
                info.header());
    }

    private static List<ModelAbout.Type> types(GgufInfo info) {
        return info.weights().elements().entrySet().stream()
                .map(type -> new ModelAbout.Type(
                        type.getKey().name(), type.getValue(), type.getKey().bytes(type.getValue())))
                .sorted(Comparator.comparingLong(ModelAbout.Type::bytes).reversed())
                .toList();
    }
}
