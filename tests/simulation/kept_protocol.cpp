#include "tests/simulation/kept_protocol.h"

#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/dynamic_message.h>

#include <fstream>
#include <stdexcept>

#include "canteen/wire/bytes.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen::simulation {
namespace {

namespace pb = google::protobuf;

pb::FileDescriptorSet described(std::uint32_t protocol) {
    pb::FileDescriptorSet files;
    std::ifstream in(CANTEEN_KEPT_PROTOCOLS "/protocol_" + std::to_string(protocol) + ".desc", std::ios::binary);
    if (!files.ParseFromIstream(&in)) throw std::runtime_error("no description of the protocol");
    return files;
}

}  // namespace

struct KeptProtocol::Words {
    pb::DescriptorPool types;
    pb::DynamicMessageFactory messages{&types};

    std::unique_ptr<pb::Message> read(const std::string& name, std::string_view bytes) {
        const auto* type = types.FindMessageTypeByName("canteen.v1." + name);
        std::unique_ptr<pb::Message> message(messages.GetPrototype(type)->New());
        if (!message->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
            throw std::runtime_error("not a " + name);
        return message;
    }
    std::string strange_in(const pb::Message& message) { return first_unknown(message).value_or(""); }
};

KeptProtocol::KeptProtocol(std::uint32_t protocol) : words_(std::make_unique<Words>()) {
    const auto files = described(protocol);
    for (const auto& file : files.file())
        if (!words_->types.BuildFile(file)) throw std::runtime_error("not described: " + file.name());
}

KeptProtocol::~KeptProtocol() = default;

std::string KeptProtocol::strange_to_client(std::string_view server_frame) const {
    return words_->strange_in(*words_->read("ServerFrame", server_frame));
}

std::string KeptProtocol::strange_to_server(std::string_view client_frame) const {
    const auto frame = words_->read("ClientFrame", client_frame);
    if (auto strange = words_->strange_in(*frame); !strange.empty()) return strange;
    const auto* submit = frame->GetDescriptor()->FindFieldByName("submit");
    if (!frame->GetReflection()->HasField(*frame, submit)) return "";
    const auto& sent = frame->GetReflection()->GetMessage(*frame, submit);
    const auto* entry = sent.GetDescriptor()->FindFieldByName("entry");
    return words_->strange_in(*words_->read("Command", sent.GetReflection()->GetString(sent, entry)));
}

const KeptProtocol& first_protocol() {
    static const KeptProtocol first(1);
    return first;
}

}  // namespace canteen::simulation
