// The test vectors of RFC 8439, in hexadecimal.

const utf8 = new TextEncoder();
const zeros = (length: number): string => '00'.repeat(length);
const ones = (length: number): string => 'ff'.repeat(length);

const key00to1f = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
const key80to9f = '808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f';
const keyEndingIn1 = `${zeros(31)}01`;
const keyA5 = '1c9240a5eb55d38af333888604f6b5f0473917c1402b80099dca5cbc207075c0';

type BlockVector = [section: string, key: string, counter: number, nonce: string, block: string];

export const blocks: BlockVector[] = [
  [
    'section 2.3.2',
    key00to1f,
    1,
    '000000090000004a00000000',
    '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4ed2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
  ],
  [
    'appendix A.1, #1',
    zeros(32),
    0,
    zeros(12),
    '76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586',
  ],
  [
    'appendix A.1, #2',
    zeros(32),
    1,
    zeros(12),
    '9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f',
  ],
  [
    'appendix A.1, #3',
    keyEndingIn1,
    1,
    zeros(12),
    '3aeb5224ecf849929b9d828db1ced4dd832025e8018b8160b82284f3c949aa5a8eca00bbb4a73bdad192b5c42f73f2fd4e273644c8b36125a64addeb006c13a0',
  ],
  [
    'appendix A.1, #4',
    `00ff${zeros(30)}`,
    2,
    zeros(12),
    '72d54dfbf12ec44b362692df94137f328fea8da73990265ec1bbbea1ae9af0ca13b25aa26cb4a648cb9b9d1be65b2c0924a66c54d545ec1b7374f4872e99f096',
  ],
  [
    'appendix A.1, #5',
    zeros(32),
    0,
    `${zeros(11)}02`,
    'c2c64d378cd536374ae204b9ef933fcd1a8b2288b3dfa49672ab765b54ee27c78a970e0e955c14f3a88e741b97c286f75f8fc299e8148362fa198a39531bed6d',
  ],
];

type OneTimeKeyVector = [section: string, key: string, nonce: string, oneTimeKey: string];

export const oneTimeKeys: OneTimeKeyVector[] = [
  [
    'section 2.6.2',
    key80to9f,
    '000000000001020304050607',
    '8ad5a08b905f81cc815040274ab29471a833b637e3fd0da508dbb8e2fdd1a646',
  ],
  [
    'appendix A.4, #1',
    zeros(32),
    zeros(12),
    '76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7',
  ],
  [
    'appendix A.4, #2',
    keyEndingIn1,
    `${zeros(11)}02`,
    'ecfa254f845f647473d3cb140da9e87606cb33066c447b87bc2666dde3fbb739',
  ],
  [
    'appendix A.4, #3',
    keyA5,
    `${zeros(11)}02`,
    '965e3bc6f9ec7ed9560808f4d229f94b137ff275ca9b3fcbdd59deaad23310ae',
  ],
];

/** Sections 2.4.2 and 2.8.2. */
export const sunscreen =
  "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";

export const sunscreen242 =
  '6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0bf91b65c5524733ab8f593dabcd62b357' +
  '1639d624e65152ab8f530c359f0861d807ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce91ab7793736' +
  '5af90bbf74a35be6b40b8eedf2785e42874d';

const contribution =
  'Any submission to the IETF intended by the Contributor for publication as all or part of an IETF Internet-Draft or RFC and any statement made within the context of an IETF activity is considered an "IETF Contribution". Such statements include oral statements in IETF sessions, as well as written and electronic communications made at any time or place, which are addressed to';
const jabberwocky =
  "'Twas brillig, and the slithy toves\nDid gyre and gimble in the wabe:\nAll mimsy were the borogoves,\nAnd the mome raths outgrabe.";
const secret36 = '36e5f6b5c5e06070f0efca96227a863e';

type TagVector = [section: string, oneTimeKey: string, message: string, tag: string];

export const tags: TagVector[] = [
  [
    'section 2.5.2',
    '85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b',
    Buffer.from('Cryptographic Forum Research Group').toString('hex'),
    'a8061dc1305136c6c22b8baf0c0127a9',
  ],
  ['appendix A.3, #1', zeros(32), zeros(64), zeros(16)],
  [
    'appendix A.3, #2',
    zeros(16) + secret36,
    Buffer.from(contribution).toString('hex'),
    '36e5f6b5c5e06070f0efca96227a863e',
  ],
  [
    'appendix A.3, #3',
    secret36 + zeros(16),
    Buffer.from(contribution).toString('hex'),
    'f3477e7cd95417af89a6b8794c310cf0',
  ],
  ['appendix A.3, #4', keyA5, Buffer.from(jabberwocky).toString('hex'), '4541669a7eaaee61e708dc7cbcc5eb62'],
  ['appendix A.3, #5', `02${zeros(31)}`, ones(16), `03${zeros(15)}`],
  ['appendix A.3, #6', `02${zeros(15)}${ones(16)}`, `02${zeros(15)}`, `03${zeros(15)}`],
  ['appendix A.3, #7', `01${zeros(31)}`, `${ones(16)}f0${ones(15)}11${zeros(15)}`, `05${zeros(15)}`],
  ['appendix A.3, #8', `01${zeros(31)}`, `${ones(16)}fb${'fe'.repeat(15)}${'01'.repeat(16)}`, zeros(16)],
  ['appendix A.3, #9', `02${zeros(31)}`, `fd${ones(15)}`, `fa${ones(15)}`],
  [
    'appendix A.3, #10',
    `0100000000000000040000000000000${'0'.repeat(33)}`,
    `e33594d7505e43b900000000000000003394d7505e4379cd01000000000000000000000000000000000000000000000001${zeros(15)}`,
    '14000000000000005500000000000000',
  ],
  [
    'appendix A.3, #11',
    `0100000000000000040000000000000${'0'.repeat(33)}`,
    'e33594d7505e43b900000000000000003394d7505e4379cd010000000000000000000000000000000000000000000000',
    `13${zeros(15)}`,
  ],
];

type PacketVector = [
  section: string,
  key: string,
  nonce: string,
  ad: string,
  text: Uint8Array,
  sealed: string,
];

export const packets: PacketVector[] = [
  [
    'section 2.8.2',
    key80to9f,
    '070000004041424344454647',
    '50515253c0c1c2c3c4c5c6c7',
    utf8.encode(sunscreen),
    'd31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b' +
      '1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc' +
      '3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691',
  ],
  [
    'appendix A.5',
    keyA5,
    '000000000102030405060708',
    'f33388860000000000004e91',
    utf8.encode(
      'Internet-Drafts are draft documents valid for a maximum of six months and may be updated, replaced, or obsoleted by other documents at any time. It is inappropriate to use Internet-Drafts as reference material or to cite them other than as /\u201cwork in progress./\u201d',
    ),
    '64a0861575861af460f062c79be643bd5e805cfd345cf389f108670ac76c8cb24c6cfc18755d43eea09ee94e382d26b0' +
      'bdb7b73c321b0100d4f03b7f355894cf332f830e710b97ce98c8a84abd0b948114ad176e008d33bd60f982b1ff37c855' +
      '9797a06ef4f0ef61c186324e2b3506383606907b6a7c02b0f9f6157b53c867e4b9166c767b804d46a59b5216cde7a4e9' +
      '9040c5a40433225ee282a1b0a06c523eaf4534d7f83fa1155b0047718cbc546a0d072b04b3564eea1b422273f548271a' +
      '0bb2316053fa76991955ebd63159434ecebb4e466dae5a1073a6727627097a1049e617d91d361094fa68f0ff77987130' +
      '305beaba2eda04df997b714d6c6f2c29a6ad5cb4022b02709beead9d67890cbb22392336fea1851f38',
  ],
];
