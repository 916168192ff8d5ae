// Where things lie on the map, in tiles: the roads and trails, the camp, and who lives in the wild.

export const size = 128;

export const middle = 64;

export const roads = {
  north: [
    [64, 60],
    [63, 46],
    [66, 36],
    [61, 26],
    [64, 17],
    [64, 9],
  ],
  south: [
    [64, 68],
    [66, 84],
    [61, 98],
    [64, 112],
    [64, 125],
  ],
  east: [
    [68, 64],
    [82, 62],
    [94, 66],
    [106, 64],
    [125, 66],
  ],
  west: [
    [60, 64],
    [46, 66],
    [34, 61],
    [22, 64],
    [3, 62],
  ],
};

export const trails = [
  [
    [34, 61],
    [26, 52],
    [20, 46],
  ],
  [
    [34, 61],
    [32, 70],
    [30, 76],
    [22, 80],
    [16, 80],
  ],
  [
    [63, 46],
    [52, 40],
    [42, 34],
  ],
  [
    [66, 36],
    [76, 26],
    [84, 20],
  ],
  [
    [61, 98],
    [52, 104],
    [44, 106],
  ],
  [
    [61, 98],
    [72, 104],
    [80, 108],
  ],
  [
    [42, 34],
    [32, 26],
    [24, 20],
  ],
  [
    [84, 20],
    [98, 14],
    [110, 18],
    [118, 28],
  ],
  [
    [106, 64],
    [112, 70],
    [116, 76],
    [114, 90],
    [109, 98],
  ],
  [
    [82, 62],
    [88, 74],
    [94, 84],
  ],
];

export const camp = { x: 109, y: 108, radius: 10 };

export const wilds = [
  { name: 'wolves-west', creature: 'wolf', at: [20, 46], radius: 6, count: 6, respawn: 30 },
  { name: 'wolves-wood', creature: 'wolf', at: [16, 80], radius: 6, count: 6, respawn: 30 },
  { name: 'wolves-north', creature: 'wolf', at: [42, 34], radius: 6, count: 6, respawn: 30 },
  { name: 'wolves-hill', creature: 'wolf', at: [84, 20], radius: 5, count: 5, respawn: 30 },
  { name: 'boars-south', creature: 'boar', at: [44, 106], radius: 7, count: 7, respawn: 25 },
  { name: 'boars-meadow', creature: 'boar', at: [80, 108], radius: 7, count: 7, respawn: 25 },
  { name: 'boars-river', creature: 'boar', at: [96, 84], radius: 6, count: 6, respawn: 25 },
  { name: 'boars-west', creature: 'boar', at: [30, 76], radius: 5, count: 5, respawn: 25 },
  { name: 'bears-den', creature: 'bear', at: [24, 20], radius: 5, count: 3, respawn: 60 },
  { name: 'bears-lake', creature: 'bear', at: [118, 28], radius: 4, count: 2, respawn: 60 },
  { name: 'bandits-road', creature: 'bandit', at: [116, 76], radius: 5, count: 4, respawn: 40 },
];
