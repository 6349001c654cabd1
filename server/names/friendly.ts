/** Names for people who give none: an adjective and an animal. A test takes every pair through the rules for names. */
import type { Locale } from '#protocol/api.ts';

const ADJECTIVES = `Able Agile Alert Amiable Blithe Bold Brave Breezy Bright Brisk Calm Candid Careful Cheerful Clever Cosmic Cosy Curious
Dapper Daring Deft Eager Earnest Fair Fearless Fleet Fluent Frank Gentle Glad Golden Handy Happy Hardy Honest Humble Jolly Keen Kind Lively
Lucid Lucky Lunar Mellow Merry Mighty Mindful Modest Nimble Noble Patient Peaceful Plucky Polite Proud Quick Quiet Radiant Ready Serene
Sincere Sleepy Solar Steady Sunny Swift Tidy Tranquil Upbeat Vivid Warm Wise Witty`;
const ANIMALS = `Alpaca Antelope Badger Bison Buffalo Camel Caribou Cheetah Condor Cormorant Crane Cricket Curlew Dolphin Dormouse Dragonfly
Eagle Egret Elk Falcon Ferret Finch Firefly Fox Gazelle Gecko Gibbon Giraffe Goldfinch Hare Hedgehog Heron Hornbill Ibis Iguana Impala
Jaguar Kestrel Kingfisher Kiwi Koala Lark Lemur Leopard Llama Lobster Lynx Manatee Marmot Marten Meerkat Moose Narwhal Newt Ocelot Octopus
Orca Osprey Otter Owl Panda Pelican Penguin Petrel Puffin Quail Raven Robin Salmon Seal Sparrow Squirrel Starling Stork Swallow Swan Tapir
Tern Toucan Walrus Wombat Wren Zebra`;

const ADJECTIVES_ZH = `安静 勇敢 聪明 机灵 温和 快乐 沉着 敏捷 细心 耐心 好奇 开朗 从容 真诚 友善 谦虚 自在 悠闲 活泼 淡定 坚定 稳重 爽朗 乐观
热心 专注 可靠 灵巧 轻盈 明亮 闪亮 优雅 有趣 幸运 勤快 大方 豁达 率真 朴实 清醒 坦率 正直 努力 沉稳 飞快 高兴 认真 踏实 温暖 和气`;
const ANIMALS_ZH = `白鹭 苍鹰 仙鹤 云雀 海豚 考拉 企鹅 松鼠 刺猬 水獭 猎豹 羚羊 长颈鹿 斑马 大象 熊猫 雪豹 海狮 海豹 鲸鱼 信鸽 燕子 喜鹊 翠鸟
猫头鹰 啄木鸟 天鹅 大雁 孔雀 鹦鹉 骆驼 麋鹿 驯鹿 河狸 袋鼠 树懒 蜻蜓 蝴蝶 蜜蜂 萤火虫 海星 章鱼 金鱼 锦鲤 飞鱼 河马 犀牛 山猫 羊驼 蜂鸟
海鸥 鹈鹕 蟋蟀 貂熊 小熊 骏马`;

const WORDS: Readonly<
  Record<Locale, { readonly adjectives: readonly string[]; readonly animals: readonly string[]; readonly joint: string }>
> = {
  en: { adjectives: words(ADJECTIVES), animals: words(ANIMALS), joint: ' ' },
  'zh-CN': { adjectives: words(ADJECTIVES_ZH), animals: words(ANIMALS_ZH), joint: '的' },
};

function words(list: string): readonly string[] {
  return list.split(/\s+/);
}

export function allFriendlyNames(locale: Locale): readonly string[] {
  const { adjectives, animals, joint } = WORDS[locale];
  return adjectives.flatMap((adjective) => animals.map((animal) => `${adjective}${joint}${animal}`));
}

/** `random`: from 0 up to 1, without 1. */
export function friendlyName(locale: Locale, random: () => number = Math.random): string {
  const { adjectives, animals, joint } = WORDS[locale];
  return `${pick(adjectives, random)}${joint}${pick(animals, random)}`;
}

function pick(list: readonly string[], random: () => number): string | undefined {
  return list[Math.floor(random() * list.length)];
}
