#include "pos-client/paper/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pos-client/slips/receipt.h"
#include "tests/paper/sample_slips.h"

namespace canteen::till::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Html, showsAReceiptWithoutStyleOrScript) {
    const auto html = html_of(receipt(sample_receipt(Language::zh)));
    EXPECT_THAT(html, HasSubstr("<article class=\"paper\" lang=\"zh-CN\">"));
    EXPECT_THAT(html, HasSubstr("<p class=\"pair x2\"><span class=\"left\">应付</span><span "
                                "class=\"right\">￥24.84</span></p>"));
    EXPECT_THAT(html, HasSubstr("<span class=\"price\">3.50/100g</span>"));
    EXPECT_THAT(html, HasSubstr("<svg class=\"qr\""));
    EXPECT_THAT(html, Not(HasSubstr("style=")));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
}

TEST(Html, takesANameForANameWhateverItHolds) {
    const auto html = html_of({Language::en, {TextBlock{"<script>alert('1')</script> & \"Li\"\x1b\xe2\x80\xae"}}});
    EXPECT_THAT(html, HasSubstr("<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Li&quot;</p>"));
}

}  // namespace
}  // namespace canteen::till::test
