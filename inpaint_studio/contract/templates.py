"""Ready-made profiles: what each known kind of server wants, to be completed with an address."""

from __future__ import annotations

from collections.abc import Mapping

from inpaint_studio.contract.profile import VENDOR_URL, Profile

TEMPLATES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile(name="OpenAI", base_url=VENDOR_URL),
        Profile(
            name="Azure OpenAI",
            base_url="https://YOUR-RESOURCE.openai.azure.com/openai/v1",
            auth="api-key",
            query={"api-version": "preview"},
            # Azure cuts silent requests at 122 s: streaming is what keeps long edits alive.
            streaming="on",
        ),
        Profile(
            name="LiteLLM proxy",
            base_url="http://localhost:4000/v1",
            # It reads the upstream's event stream as JSON, after the picture was paid for.
            streaming="off",
        ),
        Profile(
            name="LocalAI",
            base_url="http://localhost:8080/v1",
            edits_path="/images/inpainting",
            image_field="image",
            mask_convention="luminance",
            streaming="off",
            max_n=1,
        ),
        Profile(
            name="SGLang",
            base_url="http://localhost:30000/v1",
            # Its own default is JPEG, which would be laid into the picture.
            fields={"output_format": "png"},
            streaming="off",
            response_format="b64_json",
        ),
        Profile(
            name="vLLM-Omni",
            base_url="http://localhost:8091/v1",
            auth="none",
            image_field="image",
            mask_field="mask_image",
            mask_as="data-url",
            mask_convention="luminance",
        ),
        Profile(
            name="stable-diffusion.cpp",
            base_url="http://localhost:1234/v1",
            auth="none",
            image_field="image[]",
            mask_convention="luminance",
            streaming="off",
            total_timeout_s=3600.0,
            idle_timeout_s=3600.0,
        ),
        Profile(name="Other gateway", base_url="https://"),
    )
}
