#include "canteen/net/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace canteen {
namespace {

using Counters = prometheus::Family<prometheus::Counter>;
using Gauges = prometheus::Family<prometheus::Gauge>;
using Histograms = prometheus::Family<prometheus::Histogram>;

// The range of RFC 6455. A peer may send any other number, and each label would be a series for ever.
constexpr std::uint16_t first_close_code = 1000, last_close_code = 1015;

const prometheus::Histogram::BucketBoundaries batch_buckets{1, 2, 4, 8, 16, 32, 64, 128, 256};

Counters& counters(prometheus::Registry& registry, const char* name, const char* help) {
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

Gauges& gauges(prometheus::Registry& registry, const char* name, const char* help) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

Histograms& histograms(prometheus::Registry& registry, const char* name, const char* help) {
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
}

}  // namespace

struct Metrics::Impl {
    prometheus::Registry registry;

    Counters& commands = counters(registry, "canteen_commands_total", "Commands decided, by name");
    Counters& refusals = counters(registry, "canteen_refusals_total", "Commands refused, by code");
    Counters& exceptions = counters(registry, "canteen_exceptions_total", "Sales booked with an exception, by code");
    prometheus::Counter& orders = counters(registry, "canteen_orders_total", "Orders committed").Add({});
    prometheus::Histogram& batches =
        histograms(registry, "canteen_batch_rows", "Journal rows of one commit").Add({}, batch_buckets);
    prometheus::Gauge& journal_seq = gauges(registry, "canteen_journal_seq", "Last row of the journal").Add({});

    prometheus::Counter& unknown_fields =
        counters(registry, "canteen_unknown_fields_total", "Fields of newer clients that were ignored").Add({});

    prometheus::Gauge& connections = gauges(registry, "canteen_connections", "Open sockets").Add({});
    Counters& refused = counters(registry, "canteen_refused_connections_total", "Connections refused, by limit");
    prometheus::Counter& rests =
        counters(registry, "canteen_accept_rests_total", "Times accepting rested for want of descriptors").Add({});
    Counters& requests = counters(registry, "canteen_http_requests_total", "HTTP answers, by status");
    Counters& frames = counters(registry, "canteen_frames_total", "WebSocket frames, by direction");
    Counters& bytes = counters(registry, "canteen_frame_bytes_total", "Bytes of WebSocket frames, by direction");
    prometheus::Counter& frames_in = frames.Add({{"direction", "in"}});
    prometheus::Counter& frames_out = frames.Add({{"direction", "out"}});
    prometheus::Counter& bytes_in = bytes.Add({{"direction", "in"}});
    prometheus::Counter& bytes_out = bytes.Add({{"direction", "out"}});
    Counters& closed = counters(registry, "canteen_closed_total", "WebSockets closed, by code");
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::count_command(std::string_view command) {
    impl_->commands.Add({{"command", std::string(command)}}).Increment();
}
void Metrics::count_refusal(std::string_view code) {
    impl_->refusals.Add({{"code", std::string(code)}}).Increment();
}
void Metrics::count_exception(std::string_view exception) {
    impl_->exceptions.Add({{"code", std::string(exception)}}).Increment();
}
void Metrics::count_orders(std::uint64_t placed) {
    impl_->orders.Increment(static_cast<double>(placed));
}
void Metrics::observe_batch(std::size_t rows) {
    impl_->batches.Observe(static_cast<double>(rows));
}
void Metrics::set_journal_seq(std::uint64_t seq) {
    impl_->journal_seq.Set(static_cast<double>(seq));
}

void Metrics::count_unknown_fields(std::uint64_t fields) {
    impl_->unknown_fields.Increment(static_cast<double>(fields));
}

void Metrics::connection_opened() {
    impl_->connections.Increment();
}
void Metrics::connection_closed() {
    impl_->connections.Decrement();
}
void Metrics::count_refused_connection(std::string_view why) {
    impl_->refused.Add({{"why", std::string(why)}}).Increment();
}
void Metrics::count_accept_rest() {
    impl_->rests.Increment();
}
void Metrics::count_request(unsigned status) {
    impl_->requests.Add({{"status", std::to_string(status)}}).Increment();
}
void Metrics::count_frame_in(std::size_t bytes) {
    impl_->frames_in.Increment();
    impl_->bytes_in.Increment(static_cast<double>(bytes));
}
void Metrics::count_frame_out(std::size_t bytes) {
    impl_->frames_out.Increment();
    impl_->bytes_out.Increment(static_cast<double>(bytes));
}
void Metrics::count_closed(std::uint16_t web_socket_code) {
    const bool is_known = web_socket_code >= first_close_code && web_socket_code <= last_close_code;
    impl_->closed.Add({{"code", is_known ? std::to_string(web_socket_code) : "other"}}).Increment();
}

double Metrics::value(std::string_view name, std::string_view label) const {
    for (const auto& family : impl_->registry.Collect()) {
        if (family.name != name) continue;
        for (const auto& metric : family.metric) {
            const bool wanted = metric.label.empty() ? label.empty() : metric.label.front().value == label;
            if (!wanted) continue;
            if (family.type == prometheus::MetricType::Counter) return metric.counter.value;
            if (family.type == prometheus::MetricType::Gauge) return metric.gauge.value;
            return static_cast<double>(metric.histogram.sample_count);
        }
    }
    return 0;
}

std::string Metrics::text() const {
    return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace canteen
