import { count, text } from './field.ts';

/** How a creator is shown beside the id and the handle. */
export const creatorFields = {
  nick_name: text('Display name of the creator', 'Mara tidies up'),
  avatar: text('URL of the creator’s profile picture', 'https://images.example/creators/7100000000000000001.jpg'),
};

export const creatorTotals = {
  total_followers_cnt: count('Followers of the creator', 45210),
  total_following_cnt: count('Accounts followed by the creator', 318),
  total_digg_cnt: count('Likes received by the creator', 812400),
};
