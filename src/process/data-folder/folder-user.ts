/** Which programs use a data folder. */
export type FolderUser = 'game' | 'admin';
