#include "pos-client/page/view_changes.h"

#include <vector>

namespace canteen::till {
namespace {

std::string bytes_to_compare(const v1::TillView& view, const google::protobuf::FieldDescriptor& field) {
    if (field.number() != v1::TillView::kStatusFieldNumber)
        return view.GetReflection()->GetMessage(view, &field).SerializeAsString();
    auto status = view.status();
    status.clear_now_ms();
    return status.SerializeAsString();
}

}  // namespace

std::optional<v1::TillView> ViewChanges::since_last(const v1::TillView& whole) {
    v1::TillView changes;
    std::vector<const google::protobuf::FieldDescriptor*> fields;
    whole.GetReflection()->ListFields(whole, &fields);
    bool any = false;
    for (const auto* field : fields) {
        if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) continue;
        auto bytes = bytes_to_compare(whole, *field);
        auto& told = told_[field->number()];
        if (number_ > 0 && told == bytes) continue;
        told = std::move(bytes);
        changes.GetReflection()
            ->MutableMessage(&changes, field)
            ->CopyFrom(whole.GetReflection()->GetMessage(whole, field));
        any = true;
    }
    if (!any) return std::nullopt;
    changes.set_number(++number_);
    return changes;
}

}  // namespace canteen::till
