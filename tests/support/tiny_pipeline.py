"""A Stable Diffusion inpainting pipeline of random weights: nine megabytes, and real code."""

import json
from pathlib import Path
from typing import Any

WORDS = ("<|startoftext|>", "<|endoftext|>")
BLOCKS = ("CrossAttnDownBlock2D", "CrossAttnUpBlock2D")


def save_tiny_pipeline(folder: Path) -> Path:
    """Write one into `folder`, in the form the library saves any in."""
    import torch
    from diffusers import StableDiffusionInpaintPipeline

    torch.manual_seed(0)
    StableDiffusionInpaintPipeline(
        vae=_vae(),
        text_encoder=_text_encoder(),
        tokenizer=_tokenizer(folder),
        unet=_unet(),
        scheduler=_scheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).save_pretrained(folder, safe_serialization=True)
    return folder


def _unet() -> Any:
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=8,
        in_channels=9,
        out_channels=4,
        block_out_channels=(8, 16),
        layers_per_block=1,
        down_block_types=("DownBlock2D", BLOCKS[0]),
        up_block_types=(BLOCKS[1], "UpBlock2D"),
        cross_attention_dim=16,
        attention_head_dim=2,
        norm_num_groups=4,
    )


def _vae() -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(8, 8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=4,
        norm_num_groups=4,
        sample_size=64,
    )


def _scheduler() -> Any:
    from diffusers import DDIMScheduler

    return DDIMScheduler(steps_offset=1, clip_sample=False)


def _text_encoder() -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel

    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(_vocabulary()),
            hidden_size=16,
            intermediate_size=24,
            num_hidden_layers=1,
            num_attention_heads=2,
            max_position_embeddings=20,
            bos_token_id=0,
            eos_token_id=1,
        )
    )


def _tokenizer(folder: Path) -> Any:
    from transformers import CLIPTokenizer

    source = folder / "words"
    source.mkdir(parents=True)
    (source / "vocab.json").write_text(json.dumps(_vocabulary()))
    (source / "merges.txt").write_text("#version: 0.2\n")
    return CLIPTokenizer(
        str(source / "vocab.json"), str(source / "merges.txt"), model_max_length=20
    )


def _vocabulary() -> dict[str, int]:
    """Every letter alone and at the end of a word."""
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    return {
        word: number
        for number, word in enumerate([*WORDS, *letters, *(letter + "</w>" for letter in letters)])
    }
